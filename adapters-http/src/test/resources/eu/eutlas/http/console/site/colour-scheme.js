document.documentElement.dataset.scheme = "dark";
