import { Modal, type ModalProps } from "@mantine/core";

interface Props extends Pick<ModalProps, "opened" | "title" | "children" | "size"> {
  readonly close: () => void;
}

/** A dialog above the page. Its head is no head of the page, so it is no landmark. */
export function Dialog({ close, ...rest }: Props) {
  return (
    <Modal
      onClose={close}
      centered
      closeButtonProps={{ "aria-label": "Close" }}
      attributes={{ header: { role: "presentation" } }}
      {...rest}
    />
  );
}
