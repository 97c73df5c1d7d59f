package eu.eutlas.simulation;

/**
 * What a run does to the ports themselves, below all faults: nothing, unless it is to be shown that
 * a broken port is found.
 */
interface Alteration {
  Alteration NONE =
      new Alteration() {
        @Override
        public <P> P of(Class<P> port, P real) {
          return real;
        }
      };

  <P> P of(Class<P> port, P real);
}
