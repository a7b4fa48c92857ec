#!/bin/sh
# Tests bin/saffire: from the unpacked archive, through links, read-only, under CGI, on every JDK
# of the machine. Usage: launcher.sh ARCHIVE WORK-DIRECTORY
set -u
archive=$1
work=$2
failures=0

# check NAME EXPECTED ACTUAL
check() {
  if [ "$2" = "$3" ]; then
    printf 'ok   %s\n' "$1"
  else
    printf 'FAIL %s\n  expected: %s\n  actual:   %s\n' "$1" "$2" "$3"
    failures=$((failures + 1))
  fi
}

chmod -R u+w "$work" 2>/dev/null
rm -rf "$work"
mkdir -p "$work/elsewhere" "$work/a b" || exit 1
tar -xzf "$archive" -C "$work/a b" || exit 1
mv "$work/a b"/jsaffire-* "$work/a b/jsaffire"
home="$work/a b/jsaffire"
saffire="$home/bin/saffire"
unset GATEWAY_INTERFACE
cd "$work/elsewhere" || exit 1

check 'prints the version and nothing else' '0.0.1' "$("$saffire" version 2>&1 </dev/null)"
check 'makes one class-data archive' 1 "$(find "$home/cds" -name '*.jsa' | wc -l | tr -d ' ')"
check 'uses it' '0.0.1' "$("$saffire" version 2>&1)"

ln -s "$saffire" "$work/elsewhere/link"
ln -s link "$work/elsewhere/second"
check 'works through links' '0.0.1' "$(./second version 2>&1)"
check 'works on the path' '0.0.1' "$(PATH="$home/bin:$PATH" saffire version 2>&1)"
check 'passes words on unchanged' "Error: unknown command 'a b'" \
  "$("$saffire" 'a b' 2>&1 >/dev/null)"
"$saffire" nothing >/dev/null 2>&1
check 'gives the exit code of the program' 1 $?
check 'takes options for Java' '0.0.1' \
  "$(SAFFIRE_JAVA_OPTS='-Xmx64m -Dx=y' JAVA_OPTS=-Xms8m "$saffire" version 2>&1)"
JAVA_HOME=/nowhere "$saffire" version >/dev/null 2>&1
check 'a wrong JAVA_HOME is an error' 1 $?

reply=$(GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET SCRIPT_FILENAME=/nowhere.sf \
  "$saffire" version 2>/dev/null </dev/null | head -n 1 | tr -d '\r')
check 'answers as a CGI program' 'Status: 404 Not Found' "$reply"

printf 'import io;\nio.println("h\303\251 " + saffire.args(1));\n' >"$work/elsewhere/h$(printf '\303\251').sf"
check 'runs files and takes arguments that are not ASCII, in the C locale' \
  "$(printf 'h\303\251 \303\274')" \
  "$(LC_ALL=C "$saffire" "h$(printf '\303\251').sf" "$(printf '\303\274')" 2>&1)"

rm -rf "$home/cds"
chmod -R a-w "$home"
if [ ! -w "$home" ]; then
  check 'is silent in a read-only directory' '0.0.1' "$("$saffire" version 2>&1)"
  check 'makes no archive there' '' "$(find "$home" -name '*.jsa')"
fi
chmod -R u+w "$home"

for jdk in /usr/lib/jvm/*/; do
  [ -x "$jdk/bin/javac" ] && [ ! -h "${jdk%/}" ] || continue
  check "works with $(basename "$jdk")" '0.0.1' "$(JAVA_HOME=${jdk%/} "$saffire" version 2>&1)"
  check "works again with $(basename "$jdk")" '0.0.1' \
    "$(JAVA_HOME=${jdk%/} "$saffire" version 2>&1)"
done

[ "$failures" -eq 0 ] || {
  printf '%s checks failed\n' "$failures"
  exit 1
}
