using EdgeVision.Benchmarks;

// Each mode measures one thing and prints it; run on one core (taskset) and with nothing else on the machine.
switch (args)
{
    case ["preprocess"]:
        PreprocessBenchmark.Run(json: false);
        return 0;
    case ["preprocess", "--json"]:
        PreprocessBenchmark.Run(json: true);
        return 0;
    case ["quantization"]:
        QuantizationBenchmark.Run(json: false);
        return 0;
    case ["quantization", "--json"]:
        QuantizationBenchmark.Run(json: true);
        return 0;
    case ["containment"]:
        await ContainmentBenchmark.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: EdgeVision.Benchmarks preprocess|quantization [--json] | containment");
        return 64;
}
