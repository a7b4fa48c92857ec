<?php
class Strings {
  public static function run($n) {
    $s = "";
    for ($i = 0; $i < $n; $i += 1) {
      $s .= "ab" . $i;
    }
    return strlen($s);
  }
}
return function () {
  echo Strings::run(500000), "\n";
};
