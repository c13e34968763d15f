"""The network that tells frontal chest films from everything else that arrives in a clinic.

It is trained on few real films and on pictures drawn at random: no collection of knees, laterals
and screenshots is needed, and what is measured on real ones was never trained on.

table of films -> `mixture` (films varied by `vary`, pictures of `drawn`) -> `network` -> `rates`
-> bundle
"""

# As the clinic's check asks for them; the first one is what may be scored.
FRONTAL = "frontal chest film"
INVERTED, TURNED, LATERAL = "inverted chest film", "turned chest film", "lateral chest film"
OTHER = "something else"
CLASSES = (FRONTAL, INVERTED, TURNED, LATERAL, OTHER)
