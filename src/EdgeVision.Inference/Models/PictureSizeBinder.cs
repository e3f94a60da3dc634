using System.Text.Json.Nodes;
using EdgeVision.Core.Frames;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Inference.Models;

/// <summary>Binds a picture size such as 1280x720, in manifests and in the device file.</summary>
public sealed class PictureSizeBinder : ScalarBinder<PictureSize>
{
    public override string Expected => "a picture size such as 1280x720, each side from 1 to 16384";

    public override bool TryRead(string text, out PictureSize value) => PictureSize.TryParse(text, out value) && value.ToString() == text;

    public override JsonObject Describe(SchemaScope scope) => new() { ["type"] = "string", ["pattern"] = "^[1-9][0-9]{0,4}x[1-9][0-9]{0,4}$" };

    protected override string Hint(string text)
    {
        var tidy = text.Replace(" ", "", StringComparison.Ordinal).Replace('X', 'x').Replace('×', 'x').Replace('*', 'x').Replace(':', 'x').Replace(',', 'x');
        return TryRead(tidy, out _) ? $"; write {tidy}" : "";
    }
}
