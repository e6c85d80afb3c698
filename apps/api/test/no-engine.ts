// A verifier that does not start on this machine.
process.exit(1);
