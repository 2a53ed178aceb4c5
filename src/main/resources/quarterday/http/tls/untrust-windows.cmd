@echo off
rem Makes Windows forget every certificate of this name, for the current user. Windows asks for each.
powershell -NoProfile -Command "Get-ChildItem Cert:\CurrentUser\Root | Where-Object Subject -eq 'CN={name}' | Remove-Item"
pause
