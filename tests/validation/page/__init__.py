"""The pages that tell what the experiments gave, made from the record alone."""
