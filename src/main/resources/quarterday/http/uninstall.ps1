# Takes the add-in {name} out of Excel on Windows again, for the current user.
& {
  $ErrorActionPreference = 'Stop'
  $folder = Join-Path $env:LOCALAPPDATA 'Quarterday'
  $file = Join-Path $folder '{id}.xml'
  $key = 'HKCU:\Software\Microsoft\Office\16.0\WEF\Developer'
  $found = $false
  if ((Test-Path $key) -and ((Get-Item $key).Property -contains '{id}')) {
    Remove-ItemProperty -Path $key -Name '{id}'
    Write-Output "Removed $key, value {id}"
    $found = $true
  }
  if (Test-Path $file) {
    Remove-Item -Path $file
    Write-Output "Removed $file"
    $found = $true
  }
  if ((Test-Path $folder) -and -not (Get-ChildItem -Force $folder)) {
    Remove-Item -Path $folder
  }
  if ($found) {
    Write-Output '{name} is uninstalled. Close Excel and open it again.'
  } else {
    Write-Output '{name} was not installed for this user; nothing was changed.'
  }
}
