Creator "written in the style of Mark Newman's network data"
# W. W. Zachary, An information flow model for conflict and fission in small groups,
# Journal of Anthropological Research 33, 452-473 (1977).
graph
[
  directed 0
  node
  [
    id 1
    value "Mr. Hi"
    graphics [ x 0.0 y 34.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 2
    value "Mr. Hi"
    graphics [ x 1.0 y 33.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 3
    value "Mr. Hi"
    graphics [ x 2.0 y 32.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 4
    value "Mr. Hi"
    graphics [ x 3.0 y 31.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 5
    value "Mr. Hi"
    graphics [ x 4.0 y 30.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 6
    value "Mr. Hi"
    graphics [ x 5.0 y 29.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 7
    value "Mr. Hi"
    graphics [ x 6.0 y 28.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 8
    value "Mr. Hi"
    graphics [ x 7.0 y 27.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 9
    value "Mr. Hi"
    graphics [ x 8.0 y 26.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 10
    value "Officer"
    graphics [ x 9.0 y 25.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 11
    value "Mr. Hi"
    graphics [ x 10.0 y 24.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 12
    value "Mr. Hi"
    graphics [ x 11.0 y 23.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 13
    value "Mr. Hi"
    graphics [ x 12.0 y 22.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 14
    value "Mr. Hi"
    graphics [ x 13.0 y 21.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 15
    value "Officer"
    graphics [ x 14.0 y 20.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 16
    value "Officer"
    graphics [ x 15.0 y 19.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 17
    value "Mr. Hi"
    graphics [ x 16.0 y 18.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 18
    value "Mr. Hi"
    graphics [ x 17.0 y 17.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 19
    value "Officer"
    graphics [ x 18.0 y 16.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 20
    value "Mr. Hi"
    graphics [ x 19.0 y 15.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 21
    value "Officer"
    graphics [ x 20.0 y 14.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 22
    value "Mr. Hi"
    graphics [ x 21.0 y 13.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 23
    value "Officer"
    graphics [ x 22.0 y 12.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 24
    value "Officer"
    graphics [ x 23.0 y 11.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 25
    value "Officer"
    graphics [ x 24.0 y 10.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 26
    value "Officer"
    graphics [ x 25.0 y 9.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 27
    value "Officer"
    graphics [ x 26.0 y 8.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 28
    value "Officer"
    graphics [ x 27.0 y 7.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 29
    value "Officer"
    graphics [ x 28.0 y 6.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 30
    value "Officer"
    graphics [ x 29.0 y 5.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 31
    value "Officer"
    graphics [ x 30.0 y 4.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 32
    value "Officer"
    graphics [ x 31.0 y 3.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 33
    value "Officer"
    graphics [ x 32.0 y 2.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  node
  [
    id 34
    value "Officer"
    graphics [ x 33.0 y 1.0 fill "#ffcc00" label "not the node's [label]" ]
  ]
  edge
  [
    source 2
    target 1
  ]
  edge
  [
    source 3
    target 1
  ]
  edge
  [
    source 4
    target 1
  ]
  edge
  [
    source 5
    target 1
  ]
  edge
  [
    source 6
    target 1
  ]
  edge
  [
    source 7
    target 1
  ]
  edge
  [
    source 8
    target 1
  ]
  edge
  [
    source 9
    target 1
  ]
  edge
  [
    source 11
    target 1
  ]
  edge
  [
    source 12
    target 1
  ]
  edge
  [
    source 13
    target 1
  ]
  edge
  [
    source 14
    target 1
  ]
  edge
  [
    source 18
    target 1
  ]
  edge
  [
    source 20
    target 1
  ]
  edge
  [
    source 22
    target 1
  ]
  edge
  [
    source 32
    target 1
  ]
  edge
  [
    source 3
    target 2
  ]
  edge
  [
    source 4
    target 2
  ]
  edge
  [
    source 8
    target 2
  ]
  edge
  [
    source 14
    target 2
  ]
  edge
  [
    source 18
    target 2
  ]
  edge
  [
    source 20
    target 2
  ]
  edge
  [
    source 22
    target 2
  ]
  edge
  [
    source 31
    target 2
  ]
  edge
  [
    source 4
    target 3
  ]
  edge
  [
    source 8
    target 3
  ]
  edge
  [
    source 9
    target 3
  ]
  edge
  [
    source 10
    target 3
  ]
  edge
  [
    source 14
    target 3
  ]
  edge
  [
    source 28
    target 3
  ]
  edge
  [
    source 29
    target 3
  ]
  edge
  [
    source 33
    target 3
  ]
  edge
  [
    source 8
    target 4
  ]
  edge
  [
    source 13
    target 4
  ]
  edge
  [
    source 14
    target 4
  ]
  edge
  [
    source 7
    target 5
  ]
  edge
  [
    source 11
    target 5
  ]
  edge
  [
    source 7
    target 6
  ]
  edge
  [
    source 11
    target 6
  ]
  edge
  [
    source 17
    target 6
  ]
  edge
  [
    source 17
    target 7
  ]
  edge
  [
    source 31
    target 9
  ]
  edge
  [
    source 33
    target 9
  ]
  edge
  [
    source 34
    target 9
  ]
  edge
  [
    source 34
    target 10
  ]
  edge
  [
    source 34
    target 14
  ]
  edge
  [
    source 33
    target 15
  ]
  edge
  [
    source 34
    target 15
  ]
  edge
  [
    source 33
    target 16
  ]
  edge
  [
    source 34
    target 16
  ]
  edge
  [
    source 33
    target 19
  ]
  edge
  [
    source 34
    target 19
  ]
  edge
  [
    source 34
    target 20
  ]
  edge
  [
    source 33
    target 21
  ]
  edge
  [
    source 34
    target 21
  ]
  edge
  [
    source 33
    target 23
  ]
  edge
  [
    source 34
    target 23
  ]
  edge
  [
    source 26
    target 24
  ]
  edge
  [
    source 28
    target 24
  ]
  edge
  [
    source 30
    target 24
  ]
  edge
  [
    source 33
    target 24
  ]
  edge
  [
    source 34
    target 24
  ]
  edge
  [
    source 26
    target 25
  ]
  edge
  [
    source 28
    target 25
  ]
  edge
  [
    source 32
    target 25
  ]
  edge
  [
    source 32
    target 26
  ]
  edge
  [
    source 30
    target 27
  ]
  edge
  [
    source 34
    target 27
  ]
  edge
  [
    source 34
    target 28
  ]
  edge
  [
    source 32
    target 29
  ]
  edge
  [
    source 34
    target 29
  ]
  edge
  [
    source 33
    target 30
  ]
  edge
  [
    source 34
    target 30
  ]
  edge
  [
    source 33
    target 31
  ]
  edge
  [
    source 34
    target 31
  ]
  edge
  [
    source 33
    target 32
  ]
  edge
  [
    source 34
    target 32
  ]
  edge
  [
    source 34
    target 33
  ]
]
