using EdgeVision.Architecture.Tests.Reading;

namespace EdgeVision.Architecture.Tests.Rules;

/// <summary>References between projects, and to packages, are those of the table.</summary>
internal static class ProjectTableRule
{
    public static IEnumerable<Violation> Check(ProjectFile project)
    {
        if (!ProjectTable.Knows(project.Name))
        {
            yield return new(project.Path, 0, $"{project.Name} is not in the project table");
            yield break;
        }

        foreach (var other in project.Projects.Where(other => !ProjectTable.MayUse(project.Name, other)))
        {
            yield return new(project.Path, 0, $"{project.Name} may not use {other}");
        }

        foreach (var package in project.Packages.Where(package => !ProjectTable.MayUsePackage(project.Name, package)))
        {
            yield return new(project.Path, 0, $"{project.Name} may not use the package {package}");
        }
    }
}
