<?php
class Fib {
  public static function of($n) {
    if ($n < 2) {
      return $n;
    }
    return self::of($n - 1) + self::of($n - 2);
  }
}
return function () {
  echo Fib::of(30), "\n";
};
