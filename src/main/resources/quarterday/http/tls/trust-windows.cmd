@echo off
rem Makes Windows trust the certificate beside this file, for the current user. Windows asks first.
certutil -user -addstore Root "%~dp0certificate.pem"
if errorlevel 1 (
  echo Windows did not take the certificate; ask whoever runs this computer whether users may add one.
) else (
  echo The certificate is trusted. untrust-windows.cmd undoes it.
)
pause
