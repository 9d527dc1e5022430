#!/bin/bash
# CUPS backend "capture" for tests. Device: capture:/DIR   Arguments: job user title copies options [file]
# The bytes of each delivery land in DIR/JOB.QUEUE.PID; DIR/state says how the printer feels.
if [ $# -eq 0 ]; then
  echo 'direct capture:/ "Captured" "Captured receipt printer" "MFG:Loket;MDL:Capture;CMD:ESC/POS;"'
  exit 0
fi
dir=${DEVICE_URI#capture:}
report=
# A daemon that was killed leaves nobody to print for; $PPID itself never changes.
while [ -d "/proc/$PPID" ]; do
  reason=
  case $(cat "$dir/state" 2>/dev/null) in
    paper-out) reason=media-empty-error ;;
    cover-open) reason=cover-open-error ;;
    offline) reason=offline-report ;;
    connecting) reason=connecting-to-device ;;
    unplugged) echo 'INFO: Waiting for printer to become available.' >&2; sleep 0.1; continue ;;
    fail) echo 'ERROR: The backend failed.' >&2; exit 1 ;;
    slow) sleep 1 ;;
  esac
  [ -n "$report" ] && [ "$report" != "$reason" ] && echo "STATE: -$report" >&2
  if [ -z "$reason" ]; then break; fi
  [ "$report" != "$reason" ] && echo "STATE: +$reason" >&2
  report=$reason
  sleep 0.1
done
[ -d "/proc/$PPID" ] || exit 1
# Whoever looks sees a delivery whole or not at all. CUPS gives a file, or the bytes themselves.
cat ${6:+"$6"} > "$dir/.partial.$$" && mv "$dir/.partial.$$" "$dir/$1.$PRINTER.$$"
