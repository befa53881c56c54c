// Tags texts with HeidelTime in one process: starting one for each takes three seconds each.
//     java -cp JAR HeidelTimes.java CONFIG.PROPS FOLDER
// Reads each NAME.DAY.txt in FOLDER, where DAY is when it was published, and writes NAME.DAY.tml beside it.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

public class HeidelTimes {
    public static void main(String[] args) throws Exception {
        HeidelTimeStandalone tagger =
            new HeidelTimeStandalone(
                Language.ENGLISH, DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.TREETAGGER);
        SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[1]), "*.txt")) {
            for (Path file : files) {
                String stem = file.getFileName().toString().replaceFirst("\\.txt$", "");
                String day = stem.substring(stem.lastIndexOf('.') + 1);
                String tagged = tagger.process(Files.readString(file), days.parse(day));
                Files.writeString(file.resolveSibling(stem + ".tml"), tagged);
            }
        }
    }
}
