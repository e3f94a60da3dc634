using System.CommandLine;
using EdgeVision.Inference.Models;
using EdgeVision.ModelTools.Quantization;
using EdgeVision.Service.Quantizing;
using EdgeVision.Yaml.Values;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that name calibration pictures.</summary>
internal sealed class CalibrationChoice
{
    private const int DefaultPictures = 200;
    private static readonly TimeSpan DefaultOver = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestOver = TimeSpan.FromDays(7);

    private readonly Option<string> _source = new("--calibration")
    {
        Description = "Pictures such as the model will see: a folder, a video, camera:NAME of the --config, or any source a camera may have",
        Required = true,
    };

    private readonly Option<int?> _pictures = NumberOption.Create(
        "--pictures", 1, 10_000, "a whole number from 1 to 10000", $"Most pictures, spread evenly over the source; {DefaultPictures} when left out");

    private readonly Option<TimeSpan?> _over = new("--over")
    {
        Description = "Stretch of a camera's time that the pictures are spread over, such as 10m; 60s when left out",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            if (Duration.TryParse(text, out var over) && over > TimeSpan.Zero && over <= LongestOver)
            {
                return over;
            }

            result.AddError($"--over takes a duration such as 90s, 10m or 2h, up to 7d, not '{text}'");
            return null;
        },
    };

    private readonly ConfigChoice _config;

    public CalibrationChoice(Command command)
    {
        command.Options.Add(_source);
        command.Options.Add(_pictures);
        command.Options.Add(_over);
        _config = new ConfigChoice(command, required: false);
        _source.Validators.Add(result =>
        {
            if (result.Tokens is [.., var text] && CameraOf(text.Value) is { } camera && !_config.IsGiven(result))
            {
                result.AddError($"--calibration camera:{camera} needs --config FILE, the device's YAML file");
            }
        });
    }

    /// <summary>What is named; null when the configuration is wrong, which has been said.</summary>
    /// <exception cref="Core.Faults.FaultException">It does not exist.</exception>
    /// <exception cref="FormatException">No known form, or no such camera.</exception>
    public CalibrationSource? Find(ParseResult parsed)
    {
        var text = parsed.GetValue(_source)!;
        if (CameraOf(text) is not { } camera)
        {
            return CalibrationSource.Parse(text);
        }

        return _config.Load(parsed) is { IsValid: true } result ? CalibrationSource.OfCamera(camera, result.Plan.Cameras) : null;
    }

    public Task<CalibrationPictures> TakeAsync(
        ParseResult parsed, CalibrationSource source, IProgress<QuantizationProgress> progress, CancellationToken cancellation)
    {
        var wanted = parsed.GetValue(_pictures) ?? DefaultPictures;
        var over = parsed.GetValue(_over) ?? DefaultOver;
        var taken = new TakenPictures(progress, wanted);
        return Task.Run(() => CalibrationPictures.Open(source, wanted, over, ModelFolders.StateFolder(), taken, cancellation), cancellation);
    }

    private static string? CameraOf(string? text) =>
        text?.StartsWith(CalibrationSource.CameraPrefix, StringComparison.Ordinal) == true ? text[CalibrationSource.CameraPrefix.Length..] : null;

    private sealed class TakenPictures(IProgress<QuantizationProgress> progress, int wanted) : IProgress<int>
    {
        public void Report(int value) => progress.Report(new QuantizationProgress("taking pictures", value, wanted));
    }
}
