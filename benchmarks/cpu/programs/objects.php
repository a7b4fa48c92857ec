<?php
class Counter {
  protected $v = 0;
  public function add($n) {
    $this->v = $this->v + $n;
    return $this;
  }
  public function get() {
    return $this->v;
  }
}
class Doubler extends Counter {
  public function add($n) {
    parent::add($n * 2);
    return $this;
  }
}
class Objects {
  public static function run($n) {
    $a = new Counter();
    $b = new Doubler();
    for ($i = 0; $i < $n; $i += 1) {
      $a->add($i);
      $b->add(1);
    }
    return $a->get() + $b->get();
  }
}
return function () {
  echo Objects::run(1000000), "\n";
};
