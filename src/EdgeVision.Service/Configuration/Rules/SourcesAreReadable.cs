using EdgeVision.Capture.Sources;
using EdgeVision.Capture.Synthetic;
using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>
/// Files are there, scenes are known, commands are whole. Cameras and devices are not looked for: they may come and go,
/// and one that is away must not keep the others from starting.
/// </summary>
internal sealed class SourcesAreReadable : IConfigRule
{
    private static readonly string[] Scenes = ["street"];

    public void Check(DeviceDraft draft)
    {
        foreach (var (path, camera) in draft.Cameras)
        {
            switch (camera.Source)
            {
                case PathSpec file when !File.Exists(draft.Absolute(file.Path)) && !Directory.Exists(draft.Absolute(file.Path)):
                    draft.Refuse($"{path}.source", $"{Words.Quote(file.Path)} is not there (looked for {draft.Absolute(file.Path)}); mend the path, or write rtsp://, http://, /dev/video0 or synthetic:street");
                    break;
                case SyntheticSpec drawn when !Scenes.Contains(drawn.Scene):
                    draft.Refuse($"{path}.source", $"{Words.Quote(drawn.Scene)} is no synthetic scene{Spelling.Suggest(drawn.Scene, Scenes)}; there is {Words.Or(Scenes)}");
                    break;
                case SyntheticSpec drawn when Complaint(drawn) is { } complaint:
                    draft.Refuse($"{path}.source", complaint);
                    break;
                case CommandSpec { Options.Command.Count: 0 }:
                    draft.Refuse($"{path}.source.command", "is missing; write command: [PROGRAM, ARGUMENT, …]");
                    break;
                case CommandSpec { Options.Size: null }:
                    draft.Refuse($"{path}.source.size", "is missing; raw frames do not tell their size, write for example size: 1280x720");
                    break;
            }
        }
    }

    private static string? Complaint(SyntheticSpec drawn)
    {
        try
        {
            StreetOptions.Parse(drawn.Query);
            return null;
        }
        catch (FormatException exception)
        {
            return exception.Message;
        }
    }
}
