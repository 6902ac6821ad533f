using System.Globalization;

namespace VideoIndex.Accuracy.Text;

/// <summary>Measures how well words on the screen are found in generated clips.</summary>
internal static class TextCommand
{
    public static int Run(string[] args)
    {
        if (args is ["text", "show", var file, var width, var height, var framesPerLook, var folder])
        {
            return ShowCommand.Run(file, Number(width), Number(height), Number(framesPerLook), folder);
        }

        return 2;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
