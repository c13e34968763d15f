"""What is seen. Views watch state and call commands; none of them calls the engine."""
