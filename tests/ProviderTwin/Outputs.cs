using EdgeVision.Native.OnnxRuntime;

namespace ProviderTwin;

/// <summary>What a model gives for a picture drawn here.</summary>
internal static class Outputs
{
    private const int Seed = 5;

    /// <param name="library">ONNX Runtime.</param>
    /// <param name="model">The file.</param>
    /// <param name="sides">Width and height for a model that leaves them open; else empty.</param>
    /// <param name="options">How to open it.</param>
    public static float[][] Of(OrtLibrary library, byte[] model, long[] sides, OrtSessionOptions options)
    {
        using var session = OrtSession.Create(library, model, options);
        var shapes = sides.Length == 0 ? null : new Dictionary<string, long[]> { [session.Inputs[0].Name] = [1, 3, sides[1], sides[0]] };
        using var run = session.CreateRun(shapes);
        var random = new Random(Seed);
        foreach (ref var value in run.Inputs[0].AsFloats())
        {
            value = random.Next(256);
        }

        run.Run();
        return [.. Enumerable.Range(0, session.Outputs.Count).Select(output => run.Output<float>(output).ToArray())];
    }
}
