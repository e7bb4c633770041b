process.env.PROPERTIES_CASES ??= '25';
