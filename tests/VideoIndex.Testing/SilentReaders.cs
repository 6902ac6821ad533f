using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Tags;

namespace VideoIndex.Testing;

/// <summary>Readers that see no word in anything: for tests of everything else.</summary>
public sealed class SilentReaders : ITextReaders
{
    public string? Missing => null;

    public IReadOnlyList<string> Notes => [];

    public ITextReader Open() => new SilentReader();

    private sealed class SilentReader : ITextReader
    {
        public Origin Origin { get; } = new("model", "silent", "1");

        public IReadOnlyList<ReadWord> Read(GrayPicture crop) => [];

        public void Dispose()
        {
        }
    }
}
