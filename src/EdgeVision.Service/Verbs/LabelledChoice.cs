using System.CommandLine;
using EdgeVision.Inference;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Evaluation;
using EdgeVision.ModelTools.Quantization.Accuracy;
using EdgeVision.Service.Pictures;
using EdgeVision.Service.Quantizing;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that name labelled pictures to judge by.</summary>
internal sealed class LabelledChoice
{
    private readonly Option<LabelledPictures?> _pictures = new("--evaluate")
    {
        Description = "A folder of pictures and their COCO instances file, as DIR,JSON: the verdict then counts AP too",
        HelpName = "dir,json",
        CustomParser = result =>
        {
            try
            {
                return LabelledPictures.Parse(result.Tokens.Count > 0 ? result.Tokens[^1].Value : "");
            }
            catch (FormatException mistake)
            {
                result.AddError(mistake.Message);
                return null;
            }
        },
    };

    private readonly Option<string?> _categories = new("--categories") { Description = "Only these of the labels, separated by commas" };

    public LabelledChoice(Command command)
    {
        command.Options.Add(_pictures);
        command.Options.Add(_categories);
        _categories.Validators.Add(result =>
        {
            if (result.GetResult(_pictures) is not { Implicit: false })
            {
                result.AddError("--categories goes with --evaluate DIR,JSON only");
            }
        });
    }

    /// <summary>Reads the labels and tries the pictures; null when none are named.</summary>
    /// <exception cref="ArgumentException">They have no such category, the model knows none of them, or a picture is not there.</exception>
    /// <exception cref="InvalidDataException">None of the pictures can be read.</exception>
    public IAccuracyMeasure? Open(ParseResult parsed, VerifiedModel model, DetectorFactory factory, int threads, CancellationToken cancellation)
    {
        if (parsed.GetValue(_pictures) is not { } named)
        {
            return null;
        }

        var given = parsed.GetValue(_categories)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var categories = given is [] ? null : given;
        var truth = CocoGroundTruth.Load(named.Annotations);
        named.Check(truth, model.Manifest.Classes, categories);
        var readable = ReadablePictures.Of(truth, named.Folder, cancellation);
        if (readable != truth)
        {
            named.Check(readable, model.Manifest.Classes, categories);
        }

        return new LabelledAp(factory, file => PictureFile.Read(file, saysDamage: false), readable, named.Folder, categories, threads);
    }
}
