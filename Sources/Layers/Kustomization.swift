internal import Resources
