[(atx_heading) (setext_heading)] @title
(fenced_code_block) @text.literal
[(list_marker_minus) (list_marker_star) (list_marker_plus) (list_marker_dot)] @punctuation.list_marker
