using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;

namespace EdgeVision.Architecture.Tests;

public class ProjectTableTests
{
    [Fact]
    public void Every_project_uses_only_what_its_row_allows()
    {
        Assert.NotEmpty(Checkout.SourceProjects);
        Verdict.Clean(Checkout.SourceProjects.SelectMany(ProjectTableRule.Check));
    }

    [Fact]
    public void The_solution_lists_every_project() => Verdict.Clean(
        SolutionRule.Check(Checkout.File("EdgeVision.sln"), Checkout.Projects.Select(project => project.Path)));

    [Theory]
    [InlineData("EdgeVision.Capture", "EdgeVision.Inference", "may not use EdgeVision.Inference")]
    [InlineData("EdgeVision.Inference", "EdgeVision.ModelTools", "may not use EdgeVision.ModelTools")]
    [InlineData("EdgeVision.ModelTools", "EdgeVision.Messaging", "may not use EdgeVision.Messaging")]
    [InlineData("EdgeVision.Core", "EdgeVision.Native", "may not use EdgeVision.Native")]
    [InlineData("EdgeVision.Native", "EdgeVision.Core", "may not use EdgeVision.Core")]
    [InlineData("EdgeVision.Yaml", "EdgeVision.Core", "may not use EdgeVision.Core")]
    [InlineData("EdgeVision.Scene", "EdgeVision.Service", "may not use EdgeVision.Service")]
    [InlineData("EdgeVision.Adapters.MqttNet", "EdgeVision.Power", "may not use EdgeVision.Power")]
    [InlineData("EdgeVision.Service", "EdgeVision.Testing", "may not use EdgeVision.Testing")]
    [InlineData("EdgeVision.Odds", "EdgeVision.Core", "EdgeVision.Odds is not in the project table")]
    public void A_reference_outside_the_table_is_caught(string project, string other, string says) =>
        Verdict.Caught(ProjectTableRule.Check(Project(project, $"""<ProjectReference Include="../{other}/{other}.csproj" />""")), 0, says);

    [Theory]
    [InlineData("EdgeVision.ModelTools", "EdgeVision.Inference")]
    [InlineData("EdgeVision.Adapters.OpenCvSharp", "EdgeVision.Capture")]
    [InlineData("EdgeVision.Adapters.IotDevice", "EdgeVision.Power")]
    [InlineData("EdgeVision.Service", "EdgeVision.Adapters.MqttNet")]
    [InlineData("EdgeVision.Imaging", "EdgeVision.Native")]
    public void The_exceptions_of_the_table_are_allowed(string project, string other) =>
        Verdict.Clean(ProjectTableRule.Check(Project(project, $"""<ProjectReference Include="..\{other}\{other}.csproj" />""")));

    [Theory]
    [InlineData("EdgeVision.Core", "YamlDotNet")]
    [InlineData("EdgeVision.Core", "Microsoft.Extensions.Logging")]
    [InlineData("EdgeVision.Yaml", "Microsoft.Extensions.Logging.Abstractions")]
    [InlineData("EdgeVision.Native", "Microsoft.Extensions.Logging.Abstractions")]
    public void A_package_in_core_or_native_is_caught(string project, string package) => Verdict.Caught(
        ProjectTableRule.Check(Project(project, $"""<PackageReference Include="{package}" />""")), 0, $"may not use the package {package}");

    [Fact]
    public void The_solution_is_told_of_a_missing_and_of_a_vanished_project()
    {
        var solution = new TextFile("EdgeVision.sln", """Project("{F}") = "A", "src\A\A.csproj", "{1}" """);

        Verdict.Caught(SolutionRule.Check(solution, ["src/A/A.csproj", "src/B/B.csproj"]), 0, "src/B/B.csproj is not listed");
        Verdict.Caught(SolutionRule.Check(solution, []), 0, "src/A/A.csproj is listed but is not there");
        Verdict.Clean(SolutionRule.Check(solution, ["src/A/A.csproj"]));
    }

    private static ProjectFile Project(string name, string items) => ProjectFile.Parse(
        new TextFile($"src/{name}/{name}.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{items}</ItemGroup></Project>"""));
}
