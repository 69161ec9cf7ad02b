;; Memory for columns. Before each column stand its room in bytes (at −16), the next free one (at −12, if it is free) and its
;; length in elements (at −8). Free columns form a list; the first that is large enough is taken again.
(func $alloc (export "alloc") (param $length i32) (param $shift i32) (result i32)
  (local $bytes i32) (local $at i32) (local $before i32) (local $end i32)
  (local.set $bytes (i32.and (i32.add (i32.shl (local.get $length) (local.get $shift)) (i32.const 15)) (i32.const -16)))
  (if (i32.eqz (local.get $bytes)) (then (local.set $bytes (i32.const 16))))
  (local.set $at (global.get $free))
  (block $none
    (loop $look
      (br_if $none (i32.eqz (local.get $at)))
      (if (i32.ge_u (i32.load (i32.sub (local.get $at) (i32.const 16))) (local.get $bytes))
        (then
          (if (local.get $before)
            (then
              (i32.store
                (i32.sub (local.get $before) (i32.const 12))
                (i32.load (i32.sub (local.get $at) (i32.const 12)))))
            (else (global.set $free (i32.load (i32.sub (local.get $at) (i32.const 12))))))
          (memory.fill (local.get $at) (i32.const 0) (local.get $bytes))
          (i32.store (i32.sub (local.get $at) (i32.const 8)) (local.get $length))
          (return (local.get $at))))
      (local.set $before (local.get $at))
      (local.set $at (i32.load (i32.sub (local.get $at) (i32.const 12))))
      (br $look)))
  (local.set $at (i32.add (global.get $heap) (i32.const 16)))
  (local.set $end (i32.add (local.get $at) (local.get $bytes)))
  (if (i32.gt_u (local.get $end) (i32.shl (memory.size) (i32.const 16)))
    (then
      (if
        (i32.eq
          (memory.grow
            (i32.add
              (i32.shr_u (i32.sub (local.get $end) (i32.shl (memory.size) (i32.const 16))) (i32.const 16))
              (i32.const 1)))
          (i32.const -1))
        (then (call $fail) (unreachable)))))
  (global.set $heap (local.get $end))
  (i32.store (i32.sub (local.get $at) (i32.const 16)) (local.get $bytes))
  (i32.store (i32.sub (local.get $at) (i32.const 8)) (local.get $length))
  (local.get $at))

(func $release (export "release") (param $at i32)
  (i32.store (i32.sub (local.get $at) (i32.const 12)) (global.get $free))
  (global.set $free (local.get $at)))

;; A longer column with the same content.
(func $grow (param $old i32) (param $length i32) (param $shift i32) (result i32)
  (local $new i32)
  (local.set $new (call $alloc (local.get $length) (local.get $shift)))
  (memory.copy
    (local.get $new)
    (local.get $old)
    (i32.shl (i32.load (i32.sub (local.get $old) (i32.const 8))) (local.get $shift)))
  (call $release (local.get $old))
  (local.get $new))

;; A new column instead of an old one, whose content is lost.
(func $renew (param $old i32) (param $length i32) (param $shift i32) (result i32)
  (call $release (local.get $old))
  (call $alloc (local.get $length) (local.get $shift)))
