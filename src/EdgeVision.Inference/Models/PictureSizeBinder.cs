using System.Text.Json.Nodes;
using EdgeVision.Core.Frames;
using EdgeVision.Yaml.Binding;
using EdgeVision.Yaml.Schema;

namespace EdgeVision.Inference.Models;

/// <summary>A size written <c>416x320</c>.</summary>
internal sealed class PictureSizeBinder : ScalarBinder<PictureSize>
{
    public override string Expected => "a width and height in pixels such as 416x320";

    public override JsonObject Describe(SchemaScope scope) => new() { ["type"] = "string", ["pattern"] = "^[0-9]{1,5}x[0-9]{1,5}$" };

    public override bool TryRead(string text, out PictureSize value) => PictureSize.TryParse(text, out value);
}
