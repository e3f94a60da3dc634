using System.CommandLine;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Core.Frames;

namespace EdgeVision.Service.Verbs;

/// <summary>The options that say what kind of street is drawn.</summary>
internal sealed class SceneChoice
{
    private readonly Option<PictureSize?> _size = new("--size")
    {
        Description = "Width and height of the pictures: 768x432 (default)",
        HelpName = "WxH",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[^1].Value : "";
            try
            {
                return StreetOptions.ParseSize(text);
            }
            catch (FormatException)
            {
                result.AddError($"--size takes WIDTHxHEIGHT, both even, 160x96 to 3840x2160, not '{text}'");
                return null;
            }
        },
    };

    private readonly WordOption<Traffic> _traffic = new(
        "--traffic", "How much there is in the street", ("normal", Traffic.Normal), ("empty", Traffic.Empty), ("quiet", Traffic.Quiet), ("busy", Traffic.Busy));

    private readonly WordOption<StreetLight> _light = new(
        "--light", "What light", ("cycle", StreetLight.Cycle), ("day", StreetLight.Day), ("dusk", StreetLight.Dusk), ("night", StreetLight.Night));

    private readonly WordOption<StreetWeather> _weather = new(
        "--weather", "What weather", ("changing", StreetWeather.Changing), ("dry", StreetWeather.Dry), ("rain", StreetWeather.Rain));

    public SceneChoice(Command command)
    {
        command.Options.Add(_size);
        command.Options.Add(_traffic.Option);
        command.Options.Add(_light.Option);
        command.Options.Add(_weather.Option);
    }

    public StreetOptions Read(ParseResult parsed)
    {
        var plain = new StreetOptions();
        return plain with
        {
            Size = parsed.GetValue(_size) ?? plain.Size,
            Traffic = _traffic.Read(parsed),
            Light = _light.Read(parsed),
            Weather = _weather.Read(parsed),
        };
    }
}
