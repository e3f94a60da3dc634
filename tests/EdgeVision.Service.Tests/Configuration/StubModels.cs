using EdgeVision.Inference.Models.Signing;
using EdgeVision.Service.Configuration;

namespace EdgeVision.Service.Tests.Configuration;

/// <summary>Models as every device file under test may name them.</summary>
internal sealed class StubModels : IModelCatalog
{
    private static readonly string[] StreetLabels = ["person", "bicycle", "car", "motorcycle", "bus", "truck"];

    private static readonly string[] Labels = ["person", "bicycle", "car", "motorbike", "bus", "truck", "cat", "dog"];

    public IReadOnlyList<string> Names { get; } = ["absent", "broken", "fastestdet", "street-m-int8", "street-s-int8", "yolox-nano"];

    /// <summary>What was asked for, as the loader resolved it.</summary>
    public List<string> Asked { get; } = [];

    public CatalogAnswer Find(string nameOrPath)
    {
        Asked.Add(nameOrPath);
        return nameOrPath switch
        {
            "yolox-nano" or "fastestdet" => new CatalogAnswer(new CatalogModel(nameOrPath, $"/models/{nameOrPath}/model.yaml", $"/models/{nameOrPath}.onnx", Labels, "")),
            "street-s-int8" or "street-m-int8" => new CatalogAnswer(new CatalogModel(nameOrPath, $"/models/{nameOrPath}/model.yaml", $"/models/{nameOrPath}.onnx", StreetLabels, "")),
            "absent" => new CatalogAnswer(new CatalogModel("absent", "/models/absent/model.yaml", null, Labels, "run: edgevision models pull absent")),
            "broken" => new CatalogAnswer(null, "/models/broken/model.yaml:3:1: sizee: unknown key"),
            _ => new CatalogAnswer(null),
        };
    }

    /// <summary>One model is signed.</summary>
    public string? Distrust(string nameOrPath, TrustedKeys keys) => nameOrPath == "yolox-nano" ? null : "is unsigned; sign it";
}
