import { ActionIcon, Menu, type MantineColorScheme, useMantineColorScheme } from "@mantine/core";
import { Check, type LucideIcon, Monitor, Moon, Sun } from "lucide-react";

const SCHEMES: Record<MantineColorScheme, { readonly word: string; readonly icon: LucideIcon }> = {
  light: { word: "Light", icon: Sun },
  dark: { word: "Dark", icon: Moon },
  auto: { word: "As the system", icon: Monitor },
};

export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { word, icon: Icon } = SCHEMES[colorScheme];
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Colours: ${word}`}>
          <Icon size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(["light", "dark", "auto"] as const).map((scheme) => (
          <Choice
            key={scheme}
            scheme={scheme}
            chosen={scheme === colorScheme}
            choose={() => {
              setColorScheme(scheme);
            }}
          />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice({ scheme, chosen, choose }: { readonly scheme: MantineColorScheme; readonly chosen: boolean; readonly choose: () => void }) {
  const { word, icon: Icon } = SCHEMES[scheme];
  return (
    <Menu.Item leftSection={<Icon size={15} aria-hidden />} rightSection={chosen && <Check size={14} aria-label="chosen" />} onClick={choose}>
      {word}
    </Menu.Item>
  );
}
