using EdgeVision.Inference.Models;
using EdgeVision.Testing;

namespace EdgeVision.Inference.Tests.Models;

public class ModelFoldersTests
{
    [Fact]
    public void A_checkouts_models_come_first_then_what_was_pulled()
    {
        var folders = ModelFolders.Default("/state");
        Assert.Equal([Repository.PathOf("models"), "/state/models"], folders.Manifests);
        Assert.Equal("/state/models", folders.Pulled);
    }

    [SkippableFact]
    public void The_assets_folder_is_found()
    {
        Assert.Contains(Path.GetFullPath(TestAssets.Need("models")), ModelFolders.Default("/state").Files.Select(Path.GetFullPath));
    }
}
