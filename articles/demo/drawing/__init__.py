"""Draws the sample newsroom's pictures: small prints in two or three inks on cream paper.

`python -m articles.demo.drawing [NAME…]` needs Pillow and NumPy. Nothing at run time imports this package.
Bottom to top: inks, shapes, stencils, paper, scenes, __main__.
"""
