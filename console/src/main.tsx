import "@/lib/strictZod";
import "@/app/base.css";
import { App } from "@/app/App";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("The page has no place for the console.");
}
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
