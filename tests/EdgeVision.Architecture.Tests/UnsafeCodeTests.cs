using EdgeVision.Architecture.Tests.Reading;
using EdgeVision.Architecture.Tests.Rules;

namespace EdgeVision.Architecture.Tests;

public class UnsafeCodeTests
{
    [Fact]
    public void Only_native_has_unsafe_code_and_imports() => Verdict.Clean(Checkout.Sources.SelectMany(UnsafeRule.Check));

    [Fact]
    public void Only_native_allows_unsafe_blocks() => Verdict.Clean(
        Checkout.Projects.Append(ProjectFile.Parse(Checkout.File("Directory.Build.props"))).SelectMany(UnsafeRule.Check));

    [Fact]
    public void Native_shows_no_pointers() =>
        Verdict.Clean(Checkout.Sources.Where(file => file.IsOf(ProjectTable.Native)).SelectMany(NativeSurfaceRule.Check));

    [Theory]
    [InlineData("class A\n{ unsafe void B() { } }", "unsafe code")]
    [InlineData("class A\n{ void B() { unsafe { } } }", "unsafe code")]
    [InlineData("class A\n{ [DllImport(\"c\")] static extern int getpid(); }", "DllImport")]
    [InlineData("class A\n{ [System.Runtime.InteropServices.LibraryImport(\"c\")] static partial int getpid(); }", "LibraryImport")]
    public void Unsafe_code_elsewhere_is_caught(string code, string says)
    {
        Verdict.Caught(UnsafeRule.Check(CSharpFile.Of("src/EdgeVision.Core/A.cs", code)), 2, says);
        Verdict.Clean(UnsafeRule.Check(CSharpFile.Of("src/EdgeVision.Native/A.cs", code)));
    }

    [Fact]
    public void The_word_in_a_comment_or_a_text_is_no_code() =>
        Verdict.Clean(UnsafeRule.Check(CSharpFile.Of("src/EdgeVision.Core/A.cs", "// unsafe\nclass A { string b = \"unsafe DllImport\"; }")));

    [Theory]
    [InlineData("EdgeVision.Core", "true", 1)]
    [InlineData("EdgeVision.Native", "true", 0)]
    [InlineData("EdgeVision.Core", "false", 0)]
    [InlineData("EdgeVision.Core", "$(Fast)", 1)]
    public void Allowing_unsafe_blocks_elsewhere_is_caught(string project, string value, int violations)
    {
        var xml = $"<Project><PropertyGroup><AllowUnsafeBlocks>{value}</AllowUnsafeBlocks></PropertyGroup></Project>";

        Assert.Equal(violations, UnsafeRule.Check(ProjectFile.Parse(new TextFile($"src/{project}/{project}.csproj", xml))).Count());
    }

    [Theory]
    [InlineData("public class A\n{ public void B(byte* c) { } }")]
    [InlineData("public class A\n{ public void* B() => null; }")]
    [InlineData("public class A\n{ protected int* B { get; } }")]
    [InlineData("public class A\n{ protected internal int* b; }")]
    [InlineData("public struct A\n{ public delegate* unmanaged<int, void> B; }")]
    [InlineData("public class A\n{ public A(System.Span<int> a, int** b) { } }")]
    [InlineData("public class A\n{ public int this[int* at] => 0; }")]
    [InlineData("public\nrecord struct A(char* B);")]
    [InlineData("public interface IA\n{ void B(byte* c); }")]
    [InlineData("public unsafe delegate\nvoid A(int* b);")]
    [InlineData("public class A { public class B\n{ public static implicit operator int*(B b) => null; } }")]
    public void A_pointer_in_a_public_signature_is_caught(string code) =>
        Verdict.Caught(NativeSurfaceRule.Check(CSharpFile.Of("src/EdgeVision.Native/A.cs", code)), 2, "in a public signature");

    [Theory]
    [InlineData("internal class A { public void B(byte* c) { } }")]
    [InlineData("class A { public void B(byte* c) { } }")]
    [InlineData("public class A { private void B(byte* c) { } }")]
    [InlineData("public class A { private protected void B(byte* c) { } }")]
    [InlineData("public class A { internal byte* b; }")]
    [InlineData("public class A { class B { public byte* c; } }")]
    [InlineData("public class A { public unsafe void B(System.Span<byte> c) { fixed (byte* p = c) { } } }")]
    public void A_pointer_out_of_sight_is_fine(string code) =>
        Verdict.Clean(NativeSurfaceRule.Check(CSharpFile.Of("src/EdgeVision.Native/A.cs", code)));
}
