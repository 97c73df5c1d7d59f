package eu.eutlas.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** On what somebody looks at the console. */
public enum Look {
  LIGHT(ColorScheme.LIGHT, 1280, 800),
  DARK(ColorScheme.DARK, 1280, 800),
  PHONE(ColorScheme.LIGHT, 360, 740);

  private final ColorScheme scheme;
  private final int width;
  private final int height;

  Look(ColorScheme scheme, int width, int height) {
    this.scheme = scheme;
    this.width = width;
    this.height = height;
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setColorScheme(scheme)
        .setViewportSize(width, height)
        .setHasTouch(this == PHONE)
        .setIsMobile(this == PHONE)
        .setLocale("en-GB")
        // What is half faded in has half its contrast.
        .setReducedMotion(ReducedMotion.REDUCE);
  }
}
