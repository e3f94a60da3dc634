using System.Globalization;
using EdgeVision.Native.OnnxRuntime;
using ProviderTwin;

// Runs a model on the processor and on a provider with the same input: ProviderTwin MODEL PROVIDER [WIDTHxHEIGHT]
// The provider must take every node. Prints "outputs N elements E worst W largest L": the greatest difference of any
// element and the greatest magnitude on the processor. A process of its own, because drivers read their environment once.
var library = OrtLibrary.Load();
var model = File.ReadAllBytes(args[0]);
var sides = args.Length > 2 ? Array.ConvertAll(args[2].Split('x'), side => long.Parse(side, CultureInfo.InvariantCulture)) : [];
var onProcessor = Outputs.Of(library, model, sides, new OrtSessionOptions());
var onProvider = Outputs.Of(library, model, sides, new OrtSessionOptions
{
    Provider = args[1], ConfigEntries = new Dictionary<string, string> { ["session.disable_cpu_ep_fallback"] = "1" },
});
var (worst, largest, elements) = (0f, 0f, 0);
for (var output = 0; output < onProcessor.Length; output++)
{
    for (var i = 0; i < onProcessor[output].Length; i++)
    {
        var off = Math.Abs(onProcessor[output][i] - onProvider[output][i]);
        worst = float.IsFinite(off) ? Math.Max(worst, off) : float.PositiveInfinity;
        largest = Math.Max(largest, Math.Abs(onProcessor[output][i]));
        elements++;
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"outputs {onProcessor.Length} elements {elements} worst {worst} largest {largest}"));
return 0;
