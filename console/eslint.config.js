import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import { readdirSync } from "node:fs";
import ts from "typescript-eslint";

// Imports run one way: lib, api, components, features, app. A feature sees of another feature its
// queries alone; testing is for tests.
const layers = ["lib", "api", "components", "features", "app"];
const ownFolder = {
  regex: "^\\.\\./",
  message: "Relative imports stay in their folder: say @/… instead.",
};

function zone(files, patterns) {
  const ignores = ["**/*.test.{ts,tsx}"];
  return [
    { files, ignores, rules: restricted([ownFolder, ...patterns, testing]) },
    { files: files.map((file) => file.replace("*.{ts,tsx}", "*.test.{ts,tsx}")), rules: restricted([ownFolder, ...patterns]) },
  ];
}

const testing = { regex: "^@/testing/", message: "What ships does not know its tests." };

function restricted(patterns) {
  return { "no-restricted-imports": ["error", { patterns }] };
}

const zones = layers.slice(0, -1).flatMap((layer, height) => {
  const above = {
    regex: `^@/(${[...layers.slice(height + 1), "main"].join("|")})(/|$)`,
    message: `Imports run one way: ${layers.join(" < ")}.`,
  };
  if (layer !== "features") {
    return zone([`src/${layer}/**/*.{ts,tsx}`], [above]);
  }
  return readdirSync(new URL("src/features", import.meta.url)).flatMap((feature) =>
    zone(
      [`src/features/${feature}/**/*.{ts,tsx}`],
      [
        above,
        {
          regex: `^@/features/(?!${feature}/)[^/]+/(?!queries$)`,
          message: "Of another feature, only its queries.ts may be imported.",
        },
      ],
    ),
  );
});

export default ts.config(
  { ignores: ["dist", "generated", "node_modules", ".node", "target"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...ts.configs.strictTypeChecked, hooks.configs.flat.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      // React's handlers may start work that reports by itself.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // The router's redirects are thrown, and are no errors.
      "@typescript-eslint/only-throw-error": "off",
      "no-console": "error",
    },
  },
  ...zones,
  {
    files: ["build/*.mjs", "eslint.config.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
  {
    files: ["public/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: { localStorage: "readonly", matchMedia: "readonly", document: "readonly" },
    },
  },
);
