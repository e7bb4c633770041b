import './useFakeClock';

process.env.PROPERTIES_CASES ??= '25';
process.env.TRIGGER_MODE ??= 'default';
