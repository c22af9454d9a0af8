"""Due → claimed → published: plan, engine, classify, reconcile."""
