# Installs the add-in {name} from {origin} in Excel on Windows, for the current user.
# It writes one file and one value of the registry; uninstall.ps1 takes both away.
& {
  $ErrorActionPreference = 'Stop'
  $folder = Join-Path $env:LOCALAPPDATA 'Quarterday'
  $file = Join-Path $folder '{id}.xml'
  $key = 'HKCU:\Software\Microsoft\Office\16.0\WEF\Developer'
  $manifest = @'
{manifest}
'@
  New-Item -ItemType Directory -Force -Path $folder | Out-Null
  [IO.File]::WriteAllText($file, $manifest)
  if (-not (Test-Path $key)) {
    New-Item -Force -Path $key | Out-Null
  }
  New-ItemProperty -Force -Path $key -Name '{id}' -Value $file -PropertyType String | Out-Null
  Write-Output "Wrote $file"
  Write-Output "Set   $key, value {id}"
  Write-Output '{name} is installed. Close Excel and open it again; the tab Quarterday is in the ribbon.'
}
