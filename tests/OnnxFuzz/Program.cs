using System.Globalization;
using EdgeVision.Inference.Onnx;
using OnnxFuzz;

// Feeds damaged models to the reader: OnnxFuzz INPUTS SEED MODEL...
// Prints "read R refused N worst W" (worst: allocated bytes beyond ten times the input); exit code 1 and the input's
// number when the reader fails in any way but a refusal, or when what it read cannot be written and read again.
// OnnxFuzz open MODEL only opens it, for a test that watches the files.
if (args[0] == "open")
{
    return Opening.Run(args[1]);
}

var inputs = int.Parse(args[0], CultureInfo.InvariantCulture);
var seed = int.Parse(args[1], CultureInfo.InvariantCulture);
var random = new Random(seed);
Mutation[] models = [.. args.Skip(2).Select(path => new Mutation(File.ReadAllBytes(path), random))];
var (read, refused, worst) = (0, 0, long.MinValue);
for (var input = 0; input < inputs; input++)
{
    var bytes = models[input % models.Length].Next();
    try
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        OnnxModel? model = null;
        try
        {
            model = OnnxReader.Read(bytes);
        }
        catch (OnnxRefusedException)
        {
            refused++;
        }

        worst = Math.Max(worst, GC.GetAllocatedBytesForCurrentThread() - before - (10L * bytes.Length));
        if (model is not null)
        {
            read++;
            OnnxReader.Read(OnnxWriter.Write(model));
        }
    }
    catch (Exception exception)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"input {input} of seed {seed}: {exception}"));
        return 1;
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"read {read} refused {refused} worst {worst}"));
return 0;
