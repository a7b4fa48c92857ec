<?php
class Loops {
  public static function run($n) {
    $x = 0;
    for ($i = 0; $i < $n; $i += 1) {
      for ($j = 0; $j < 1000; $j += 1) {
        $x = $x ^ ($i * $j & 255);
      }
    }
    return $x;
  }
}
return function () {
  echo Loops::run(5000), "\n";
};
