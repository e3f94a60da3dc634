using EdgeVision.Yaml.Problems;

namespace EdgeVision.Service.Configuration.Rules;

/// <summary>Each model has a sound manifest, and its file is on this machine.</summary>
internal sealed class ModelsArePresent : IConfigRule
{
    public void Check(DeviceDraft draft)
    {
        foreach (var (path, _, model) in draft.Models)
        {
            var place = draft.IsWritten($"{path}.manifest") ? $"{path}.manifest" : path;
            var answer = draft.Ask(model.Manifest);
            if (answer.Trouble is { } trouble)
            {
                draft.Refuse(place, $"{Words.Quote(model.Manifest)} cannot be used: {trouble}");
            }
            else if (answer.Model is null && draft.IsFolderBeside(model.Manifest))
            {
                draft.Refuse(place, $"there is no model {Words.Quote(model.Manifest)}; for the folder of that name beside this file write {Words.Quote("./" + model.Manifest)}");
            }
            else if (answer.Model is null)
            {
                draft.Refuse(place, $"there is no model {Words.Quote(model.Manifest)}{Spelling.Suggest(model.Manifest, draft.Catalog.Names)}; known are {Known(draft)}");
            }
            else if (answer.Model.FilePath is null)
            {
                draft.Refuse(place, $"the file of model {Words.Quote(answer.Model.Name)} is not on this machine; {answer.Model.Remedy}");
            }
        }
    }

    private static string Known(DeviceDraft draft) => draft.Catalog.Names.Count == 0 ? "none" : string.Join(", ", draft.Catalog.Names.Take(20));
}
