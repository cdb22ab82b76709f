evaluate(new File(basedir, '../../../story.groovy'))
