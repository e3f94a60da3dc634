using System.CommandLine;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.Native.OnnxRuntime;
using EdgeVision.Service.Composition;

namespace EdgeVision.Service.Verbs;

/// <summary>The options by which verbs choose and open a model.</summary>
internal sealed class ModelChoice
{
    private readonly Option<string> _model = new("--model", "-m")
    {
        Description = "A model's name (see: edgevision models list) or the path of an .onnx file", DefaultValueFactory = _ => DefaultModel.Name(new ModelStore(ModelFolders.Default())),
    };

    private readonly Option<int?> _threads = NumberOption.Create("--threads", 1, 64, "a whole number from 1 to 64", "Threads within one inference");

    private readonly Option<float?> _score = NumberOption.Create(
        "--score", float.Epsilon, 1, "a number above 0, up to 1", "Least score of a detection, 0..1; the manifest's when left out");

    private readonly Option<float?> _nms = NumberOption.Create(
        "--nms", 0f, 1, "a number from 0 to 1", "Greatest overlap (IoU) of two boxes of a class, 0..1; the manifest's when left out");

    public ModelChoice(Command command)
    {
        _threads.DefaultValueFactory = _ => 1;
        _model.CompletionSources.Add(_ => new ModelStore(ModelFolders.Default()).Manifests.Select(m => new System.CommandLine.Completions.CompletionItem(m.Name)));
        command.Options.Add(_model);
        command.Options.Add(_threads);
        command.Options.Add(_score);
        command.Options.Add(_nms);
    }

    public int Threads(ParseResult parsed) => parsed.GetValue(_threads) ?? 1;

    public VerifiedModel Load(ParseResult parsed) => new ModelStore(ModelFolders.Default()).Load(parsed.GetValue(_model)!);

    /// <summary>Opens the chosen model; score and NMS as given, else as said here, else the manifest's.</summary>
    public Detector Open(ParseResult parsed, float? score = null, float? nms = null, bool clipBoxes = true) =>
        Open(parsed, Load(parsed), score, nms, clipBoxes);

    /// <summary>Opens a model that is loaded already.</summary>
    public Detector Open(ParseResult parsed, VerifiedModel model, float? score = null, float? nms = null, bool clipBoxes = true) =>
        new DetectorFactory(OrtLibrary.Load(), TimeProvider.System).Open(model, new DetectorOptions
        {
            Threads = Threads(parsed), Score = parsed.GetValue(_score) ?? score, Nms = parsed.GetValue(_nms) ?? nms, ClipBoxes = clipBoxes,
        });
}
