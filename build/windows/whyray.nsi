; Installer for Windows: for this person or for everybody, with file types, silent mode, uninstall.
;
; Silent:    whyray-x.y.z-windows-x86_64.exe /S [/AllUsers | /CurrentUser] [/D=C:\folder]
; Uninstall: uninstall.exe /S [/DeleteData]      (silent: data stay unless /DeleteData is given)
;
; Compiled by build/installer/windows.py, which defines NAME, VERSION, PAYLOAD, ICON, OUTPUT and
; SIZE_KB.

Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "WhyRay\${NAME}"
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\WhyRay\${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\WhyRay\${NAME}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!include "MultiUser.nsh"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"

Name "WhyRay"
OutFile "${OUTPUT}"
BrandingText "WhyRay ${VERSION} - research use"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "WhyRay"
VIAddVersionKey "FileDescription" "WhyRay installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The authors of WhyRay"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartAsPerson
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"

LangString AskData ${LANG_ENGLISH} "Delete your library, models and settings, too?$\r$\n$\r$\nThey hold data of patients and lie in$\r$\n$LOCALAPPDATA\WhyRay"
LangString AskData ${LANG_GERMAN} "Auch Bibliothek, Modelle und Einstellungen löschen?$\r$\n$\r$\nSie enthalten Patientendaten und liegen in$\r$\n$LOCALAPPDATA\WhyRay"
LangString AskData ${LANG_SPANISH} "¿Borrar también la biblioteca, los modelos y los ajustes?$\r$\n$\r$\nContienen datos de pacientes y están en$\r$\n$LOCALAPPDATA\WhyRay"
LangString IsRunning ${LANG_ENGLISH} "WhyRay is running. Close it, then go on."
LangString IsRunning ${LANG_GERMAN} "WhyRay läuft. Bitte schließen, dann fortfahren."
LangString IsRunning ${LANG_SPANISH} "WhyRay se está ejecutando. Ciérrelo y continúe."
LangString Needs64 ${LANG_ENGLISH} "WhyRay needs a 64-bit Windows."
LangString Needs64 ${LANG_GERMAN} "WhyRay braucht ein 64-Bit-Windows."
LangString Needs64 ${LANG_SPANISH} "WhyRay necesita un Windows de 64 bits."

Function .onInit
    ${IfNot} ${RunningX64}
        MessageBox MB_OK|MB_ICONSTOP "$(Needs64)" /SD IDOK
        Abort
    ${EndIf}
    SetRegView 64
    !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
    SetRegView 64
    !insertmacro MULTIUSER_UNINIT
FunctionEnd

; An installer that runs with an administrator's rights must not hand them on to the program.
Function StartAsPerson
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\whyray-window.exe"'
FunctionEnd

; A file that a running program holds cannot be renamed.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
    again:
    ${If} ${FileExists} "$INSTDIR\${NAME}.exe"
        ClearErrors
        Rename "$INSTDIR\${NAME}.exe" "$INSTDIR\${NAME}.exe.try"
        ${If} ${Errors}
            MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsRunning)" /SD IDCANCEL IDRETRY again
            Abort
        ${EndIf}
        Rename "$INSTDIR\${NAME}.exe.try" "$INSTDIR\${NAME}.exe"
    ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section "WhyRay"
    Call WaitUntilClosed
    ; An older version's libraries must not lie among the new ones. Data lie elsewhere.
    RMDir /r "$INSTDIR\_internal"
    SetOutPath "$INSTDIR"
    File /r "${PAYLOAD}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"

    WriteRegStr SHCTX "Software\WhyRay\${NAME}" "Folder" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "WhyRay"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "WhyRay"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\whyray-window.exe"
    WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
    WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
    WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1

    ${If} ${FileExists} "$INSTDIR\whyray-window.exe"
        CreateShortCut "$SMPROGRAMS\WhyRay.lnk" "$INSTDIR\whyray-window.exe"
        ; Offered for these files, never taken from another program.
        WriteRegStr SHCTX "Software\Classes\WhyRay.Image" "" "Radiograph"
        WriteRegStr SHCTX "Software\Classes\WhyRay.Image\DefaultIcon" "" "$INSTDIR\whyray-window.exe,0"
        WriteRegStr SHCTX "Software\Classes\WhyRay.Image\shell\open\command" "" '"$INSTDIR\whyray-window.exe" "%1"'
        WriteRegStr SHCTX "Software\Classes\WhyRay.Model" "" "WhyRay model"
        WriteRegStr SHCTX "Software\Classes\WhyRay.Model\DefaultIcon" "" "$INSTDIR\whyray-window.exe,0"
        WriteRegStr SHCTX "Software\Classes\WhyRay.Model\shell\open\command" "" '"$INSTDIR\whyray-window.exe" "%1"'
        WriteRegStr SHCTX "Software\Classes\.dcm\OpenWithProgids" "WhyRay.Image" ""
        WriteRegStr SHCTX "Software\Classes\.dicom\OpenWithProgids" "WhyRay.Image" ""
        WriteRegStr SHCTX "Software\Classes\.whyray" "" "WhyRay.Model"
        System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    ${EndIf}
SectionEnd

Section "Uninstall"
    Call un.WaitUntilClosed
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\*.exe"
    Delete "$INSTDIR\THIRD-PARTY-LICENCES.txt"
    Delete "$INSTDIR\sbom.cyclonedx.json"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\WhyRay.lnk"
    DeleteRegKey SHCTX "Software\Classes\WhyRay.Image"
    DeleteRegKey SHCTX "Software\Classes\WhyRay.Model"
    DeleteRegValue SHCTX "Software\Classes\.dcm\OpenWithProgids" "WhyRay.Image"
    DeleteRegValue SHCTX "Software\Classes\.dicom\OpenWithProgids" "WhyRay.Image"
    DeleteRegKey SHCTX "Software\Classes\.whyray"
    DeleteRegKey SHCTX "${UNINSTALL}"
    DeleteRegKey SHCTX "Software\WhyRay\${NAME}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

    ; What people have made is deleted only where somebody says so.
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/DeleteData" $1
    ${IfNot} ${Errors}
        RMDir /r "$LOCALAPPDATA\WhyRay"
    ${Else}
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(AskData)" /SD IDNO IDNO keep
        RMDir /r "$LOCALAPPDATA\WhyRay"
        keep:
    ${EndIf}
SectionEnd
