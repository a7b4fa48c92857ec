<?php
class Sieve {
  public static function run($n) {
    $flags = [];
    for ($i = 0; $i <= $n; $i += 1) {
      $flags[] = 1;
    }
    $count = 0;
    for ($i = 2; $i <= $n; $i += 1) {
      if ($flags[$i] == 1) {
        $count += 1;
        for ($j = $i + $i; $j <= $n; $j += $i) {
          $flags[$j] = 0;
        }
      }
    }
    return $count;
  }
}
return function () {
  echo Sieve::run(1000000), "\n";
};
