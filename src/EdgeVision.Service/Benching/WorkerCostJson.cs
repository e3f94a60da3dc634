namespace EdgeVision.Service.Benching;

/// <summary>`bench --worker --json`, as docs/formats/json-outputs.md has it.</summary>
internal sealed record WorkerCostJson(
    string Model, int Threads, int Pairs, double InProcessMs, double WorkerMs, double AddedMs, double AddedP10Ms, double HopInProcessMs, double HopWorkerMs, double HopWorkerP95Ms);
