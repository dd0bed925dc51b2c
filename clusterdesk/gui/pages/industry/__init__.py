"""The page of industrial scale-up: the maturity of projects, what blocks them, what their workshops can make."""
