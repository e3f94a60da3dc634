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
    case ["batch", var model]:
        BatchBenchmark.Run(model);
        return 0;
    case ["pools", "own" or "shared", var model]:
        SessionBenchmark.Pools(model, share: args[1] == "shared");
        return 0;
    case ["rewrite", var model]:
        SessionBenchmark.Rewrite(model);
        return 0;
    case ["load", "as-is" or "onnx" or "ort", var model]:
        SessionBenchmark.Load(model, args[1]);
        return 0;
    case ["containment"]:
        await ContainmentBenchmark.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: EdgeVision.Benchmarks preprocess|quantization [--json] | containment | batch MODEL | pools own|shared MODEL | rewrite MODEL | load as-is|onnx|ort MODEL");
        return 64;
}
