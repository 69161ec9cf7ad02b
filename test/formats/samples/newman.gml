Creator "Mark Newman on Sat Jul 22 05:32:16 2006"
Version 1
graph
[
  comment "a comment with [ brackets ] and # signs"
  directed 1
  node
  [
    id 0
    label "Jos&#233; &quot;Pepe&quot; &amp; Co"
    value 1
    graphics
    [
      x 17.5
      Line [ point [ x 1 y 2 ] point [ x 3 y 4 ] ]
    ]
  ]
  # a comment between nodes
  node [ id 1 label "Li &eacute;" value 1 ]
  node [ id 2 label "Mo" value 2 ]
  node [ id 3 label "Two
lines" value 2 ]
  edge [ source 0 target 1 value 2.5 ]
  edge [ source 1 target 0 value 7.5 ]
  edge [ source 2 target 3 value 2E1 ]
]
