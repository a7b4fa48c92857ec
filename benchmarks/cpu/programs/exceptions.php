<?php
class Exceptions {
  public static function even($i) {
    if ($i % 2 == 0) {
      throw new Exception("even", $i);
    }
    return $i;
  }
  public static function run($n) {
    $sum = 0;
    for ($i = 0; $i < $n; $i += 1) {
      try {
        $sum += self::even($i);
      } catch (Exception $e) {
        $sum += $e->getCode();
      }
    }
    return $sum;
  }
}
return function () {
  echo Exceptions::run(500000), "\n";
};
